import { grouped } from '../grouped.ts'
import { namesInRun } from '../names-in-run.ts'
import { page } from '../pages/input-invalid-encoding.ts'
import { always, defineRule } from '../rule.ts'
import { unreadableLine } from '../unreadable-line.ts'

const HELP =
  "write the file as UTF-8: open(path, 'w', encoding='utf-8') in Python, Out-File -Encoding utf8 in PowerShell."

/** What most files that are not UTF-8 are in. */
const windows1252 = new TextDecoder('windows-1252')

export const invalidEncoding = defineRule({
  id: 'input/invalid-encoding',
  severity: always('error'),
  summary: 'bytes that are not UTF-8, and files in another encoding',
  why: 'JSON and Secoda know UTF-8 only. In another encoding every name with an accent is another name, or the upload fails.',
  page,
  *run(evidence) {
    const names = namesInRun(evidence.graph.run)
    for (const { file, line, offset, encoding } of evidence.problems('recoded')) {
      const { name } = evidence.graph.run.files[file]!
      yield {
        message: `the file is ${encoding}, not UTF-8`,
        help: HELP,
        subject: { kind: 'file', file: name },
        identity: JSON.stringify([encoding, names[file]]),
        places: [{ file, line, offset, label: 'read as if it were UTF-8' }],
        data: { encoding },
      }
    }
    const identify = unreadableLine(evidence)
    for (const problem of evidence.problems('invalid-encoding')) {
      const { file, line, offset, at, byte, value, count } = problem
      const hex = `0x${value.toString(16).toUpperCase()}`
      const meant = windows1252.decode(Uint8Array.of(value))
      yield {
        ...identify(problem),
        message: `byte ${grouped(byte + 1)} of the file, ${hex}, is not UTF-8${count > 1 ? `, and ${count - 1} more of this line` : ''}`,
        help: /\p{L}/u.test(meant)
          ? `in Windows-1252, or Latin-1, it is '${meant}'. ${HELP[0]!.toUpperCase()}${HELP.slice(1)}`
          : HELP,
        places: [{ file, line, offset, at, label: 'not UTF-8' }],
        data: { byte: byte + 1, value, places: count },
      }
    }
  },
})
