#!/usr/bin/env node
import module from 'node:module'

module.enableCompileCache?.() // from Node 22.1 on: what was compiled once is kept
await import('../dist/main.js')
