import { grouped } from '@lineagraph/core'
import type { ThingDetails } from '../worker/answers/details.ts'
import { clear } from '../state/actions.ts'
import { escapeFrom } from '../state/escape.ts'
import { lookOf } from '../tokens/looks.ts'
import { AFTER_PARTS, Breaking } from './breaking.tsx'
import { Field, FilePlace, Meanings, RawLine } from './declared.tsx'
import { FindingLine } from './finding-line.tsx'
import { Icon, SortIcon } from './icon.tsx'
import { useModel } from './model.ts'
import { Neighbors } from './neighbors.tsx'
import { List, Section } from './section.tsx'
import { ChosenActions } from './thing-bar.tsx'
import { ThingLine, ThingLink } from './thing-line.tsx'
import { counted } from './words.ts'

/** How many things are chosen, where it is not one: what stands below is that of the last. */
function Several() {
  const { view, act, change } = useModel()
  const { selection } = view.value
  if (selection.length < 2) return null
  return (
    <div class="several">
      <span>
        <b>{grouped(selection.length)}</b> chosen; this is the last
      </span>
      <button
        type="button"
        class="button"
        title="Lets the last go"
        onClick={() => change({ selection: selection.slice(0, -1) })}
      >
        One fewer
      </button>
      <button
        type="button"
        class="button"
        title={escapeFrom(view.value)?.does === clear ? 'Esc' : undefined}
        onClick={() => act(clear)}
      >
        Clear
      </button>
    </div>
  )
}

/** A thing with all that its declaration says, and what is around it. */
export function ThingSide({ thing }: { thing: ThingDetails }) {
  const { change } = useModel()
  return (
    <div class="details">
      <Several />
      <div class="top">
        {thing.around.length > 0 && (
          <div class="crumbs" role="navigation" aria-label="Around it">
            {thing.around.map((above) => (
              <span key={above.key} class="crumb">
                <ThingLink to={above} />
                <Icon name="chevronRight" size={12} />
              </span>
            ))}
          </div>
        )}
        <h2 class="title">
          <SortIcon sort={thing.sort} size={18} />
          <bdi>
            <Breaking text={thing.name} after={AFTER_PARTS} />
          </bdi>
        </h2>
        <p class="sort">{describeSort(thing)}</p>
        {thing.group && <p class="sort">{groupWords(thing)}</p>}
        <ChosenActions />
      </div>
      {(thing.fields.length > 0 || thing.declared) && (
        <Section
          title={thing.sort.startsWith('@') ? 'Named as' : 'Declared'}
          side={thing.declared && <FilePlace {...thing.declared} />}
        >
          <dl class="fields">
            {thing.fields.map((field) => (
              <Field key={field.name} {...field} />
            ))}
          </dl>
          {thing.declared && <RawLine text={thing.declared.text} />}
          <Meanings names={thing.fields.map(({ name }) => name)} />
        </Section>
      )}
      {thing.findings.total > 0 && (
        <Section title="Findings" count={grouped(thing.findings.total)}>
          <div class="bleed">
            {thing.findings.rows.map((finding) => (
              <FindingLine
                key={finding.fingerprint}
                finding={finding}
                onClick={() => change({ tab: 'findings', finding: finding.fingerprint })}
              />
            ))}
          </div>
        </Section>
      )}
      <Neighbors title="Feeds it" list={thing.feedsIt} edgeTo={({ key }) => ({ from: key, to: thing.key })} />
      <Neighbors title="It feeds" list={thing.itFeeds} edgeTo={({ key }) => ({ from: thing.key, to: key })} />
      {thing.inside.total > 0 && (
        <Section title="Inside" count={thing.holds}>
          <List list={thing.inside}>{(child) => <ThingLine key={child.key} thing={child} />}</List>
        </Section>
      )}
    </div>
  )
}

/** What a group is, for who looks for its declaration. */
const groupWords = ({ group, holds }: ThingDetails): string =>
  group === 'outside'
    ? `This run does not declare it. Lineage of this run names ${holds} here; the integration that they belong to declares them, and Secoda joins the two by these names.`
    : `So many stand beside each other that pictures show them in ranges, in the order of the run; this one holds ${holds}.`

function describeSort({ group, holds, sort, around, findings }: ThingDetails): string {
  if (group) return group === 'outside' ? `outside this run, ${holds}` : `a range of ${holds}`
  if (sort === '@missing') return 'named, but never declared in this run'
  if (sort === '@external') return 'a table outside this run'
  if (sort === '@external_column') return 'a column outside this run'
  const kind = lookOf(sort).one
  const wrong = findings.total > 0 ? `, ${counted(findings.total, 'finding')}` : ''
  return around.length > 0 ? `${kind}${wrong}` : `${kind} at the top${wrong}`
}
