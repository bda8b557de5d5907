import { describe, expect, test } from 'vitest'
import { readsOf } from '../../../test/reads-of.ts'

type Case = readonly [sql: string, reads: string, dialect?: string]

const check = (cases: readonly Case[]): void => {
  test.for(cases)('%s reads %s', ([sql, reads, dialect]) => {
    expect(readsOf(sql, dialect)).toBe(reads)
  })
}

describe('Jinja', () => {
  check([
    ["SELECT * FROM {{ ref('a') }}", 'a'],
    ["SELECT * FROM {{- ref( 'a' , v = 2 ) -}} x", 'a'],
    ["SELECT * FROM {{ builtins.ref('p', 'a') }}, {{ builtins.source('s', 't') }}", 'a, s.t'],
    ['SELECT * FROM {{ ref(name) }}, t', 't …'],
    ["SELECT * FROM {{ ref('a'  ,  'b'  ,  v=1  ,  ) }}, {{ ref('c' 'd') }}", 'b …'],
    ["SELECT * FROM {{ source(var('s'), 't') }}", '…'],
    ["SELECT * FROM {{ xref('a') }} x, {{ my.source('a', 'b') }} y", '…'],
    ["SELECT * FROM `{{ ref('a') }}`, \"{{ source('s', 't') }}\"", 'a, s.t', 'bigquery'],
    ['SELECT * FROM `{{ project }}.ds.t`, `p.{{ ds }}.u`, `p.ds.{{ t }}`', 'ds.t, p..u …', 'bigquery'],
    ['SELECT * FROM {{ schema }}.t, s.{{ table }}, u_{{ x }}, {{ y }}_v', 't …'],
    ['SELECT * FROM {{ this }} WHERE x > 1', ''],
    ["{# {{ ref('x') }} #} SELECT * FROM t -- {{ ref('y') }}\n/* {{ ref('z') }} */", 't'],
    ["{% set a = ref('x') %} SELECT * FROM t", 'x, t'],
    ['{%- set q -%} SELECT * FROM a WHERE ( {%- endset -%} SELECT * FROM b', 'a, b …'],
    ['{% macro m(x) %} SELECT {{ x }} FROM a {% endmacro %} SELECT {{ m(1) }} FROM b', 'a, b'],
    ["{% snapshot s %} SELECT * FROM {{ source('a', 'b') }} {% endsnapshot %}", 'a.b'],
    [
      '{% if a %} SELECT * FROM x {% elif b %} SELECT * FROM y {% else %} SELECT * FROM z {% endif %} WHERE 1 = 1',
      'x, y, z',
    ],
    ['SELECT * FROM {% if a %} p.t {% else %} d.t {% endif %} AS t JOIN u ON 1 = 1', 'p.t, d.t, u'],
    ['SELECT * FROM a {% if x %} JOIN b ON (1 = 1 {% else %} JOIN c ON (1 = 1 {% endif %} )', 'a, b, c'],
    ['SELECT * FROM t WHERE {% if x %} a IN (SELECT a FROM u) {% else %} 1 = 1 {% endif %}', 't, u'],
    ['{% for x in xs %} SELECT * FROM t {% if not loop.last %} UNION ALL {% endif %} {% endfor %}', 't'],
    ['SELECT {% for x in xs %} {{ x }}, {% endfor %} 1 FROM t', 't'],
    ['WITH a AS ({{ m() }}) SELECT * FROM a', '…'],
    ["WITH a AS ({{ m(ref('x')) }}) SELECT * FROM a", 'x'],
    ['SELECT * FROM ({{ m() }}) x', '…'],
    ["{{ config(materialized='view') }} SELECT * FROM t", 't'],
    ["{{ config(materialized='view') }}", ''],
    ['{{ make_it() }}', '…'],
    [
      '{{ config(post_hook="grant select on {{ this }} to x", tags=[\'a\']) }} SELECT * FROM {{ ref("b") }}',
      'b',
    ],
    ['{{ config(pre_hook="insert into l select * from {{ ref(\'h\') }}") }} SELECT * FROM t', 'h, t'],
    ["SELECT '{{ x }}', \"{{ y }}\", '{{ ref('z') }}' FROM t", 'z, t'],
    ["SELECT * FROM t WHERE d = '{{ ds }}' AND {{ cond }} {{ more }}", 't'],
    ["SELECT * FROM {{ ref('a') }} {% if x %} WHERE {{ it's }} {% endif %}", 'a'],
    ['SELECT * FROM t WHERE a = {{ x', 't …'],
    ['{% comment %} SELECT * FROM x {% endcomment %} SELECT * FROM t', 't'],
    ['SELECT * FROM {% parameter tbl %} x JOIN t ON {% condition c %} t.a {% endcondition %}', 't …'],
  ])
})

describe('parameters', () => {
  check([
    ['SELECT * FROM {table} t, {schema}.u, {cfg.db}.s.w', 'u, s.w …'],
    ['SELECT * FROM `{p}.ds.t`', 'ds.t …', 'bigquery'],
    ['SELECT * FROM %s t JOIN %(s)s.u ON a = %s AND b = %(b)s', 'u …'],
    ['SELECT * FROM :t JOIN :s.u ON a = :a', 'u …', 'spark'],
    ['SELECT * FROM t WHERE a = :a AND b::int = :b AND c[1:2] = x AND d = ?', 't', 'postgres'],
    ['SELECT * FROM &t, &&s..u, &own.x', 'u …', 'oracle'],
    ['SELECT * FROM $(db).dbo.t', 'dbo.t …', 'mssql'],
    ["SELECT * FROM ${hiveconf:s}.t WHERE d = '${d}'", 't …', 'hive'],
    ['SELECT * FROM #{t} WHERE a = #{a}', '…', 'mysql'],
    ['SELECT * FROM {t:Identifier} WHERE a IN {ids:Array(UInt32)}', '…', 'clickhouse'],
    ['SELECT * FROM @{s}.t', 't …'],
    ['SELECT * FROM [[tbl]] WHERE a = [[b]]', '…'],
    ['SELECT * FROM t WHERE 1 = 1 [[AND a = {{a}}]] [[ORDER BY {{b}}]]', 't', 'mssql'],
    ['SELECT * FROM t [[JOIN u ON {{x}}]] [[, w]] WHERE a = ARRAY[[1, 2]]', 't, u, w', 'postgres'],
    ['SELECT * FROM t WHERE x = <Parameters.P 1> AND y = <[Parameters].[P 2]>', 't'],
    ['SELECT * FROM t WHERE $__timeFilter(a) AND b IN ($c) GROUP BY $__interval', 't', 'postgres'],
    ['SELECT * FROM t WHERE {{#1-card}} AND a = {{snippet: x}}', 't'],
    ['SELECT * FROM <%= t %> WHERE a = <%= b %>', '…'],
  ])
})
