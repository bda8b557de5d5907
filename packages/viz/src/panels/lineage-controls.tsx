import { hopsAfter, setBoxes, setColumns, setDirection, setHops } from '../state/actions.ts'
import { countsHops, USUAL_HOPS, type Hops, type View } from '../state/view.ts'
import { Icon } from './icon.tsx'
import { useModel } from './model.ts'

/** What the lineage view shows around its focus. */
export function LineageControls() {
  const { act, view, picture } = useModel()
  const { direction, columns, boxes, circle } = view.value
  const off = countsHops(view.value)
    ? undefined
    : circle !== null
      ? 'Only the circle is shown'
      : 'The two ends of the path say how far it goes'
  const up = view.value.up ?? picture.value?.hops.up ?? USUAL_HOPS
  const down = view.value.down ?? picture.value?.hops.down ?? USUAL_HOPS
  return (
    <>
      {direction !== 'down' && <HopStepper side="up" label="Up" hops={up} off={off} />}
      {direction !== 'up' && <HopStepper side="down" label="Down" hops={down} off={off} />}
      <Choice
        label="Ways"
        value={direction}
        off={off}
        of={{ both: 'both', up: 'upstream', down: 'downstream' }}
        onChoose={(to) => act((before) => setDirection(before, to as View['direction']))}
      />
      <Choice
        label="Columns"
        value={columns}
        of={{ traced: 'traced', all: 'all', none: 'none' }}
        onChoose={(to) => act((before) => setColumns(before, to as View['columns']))}
      />
      <Choice
        label="Boxes"
        value={boxes}
        of={{ none: 'none', schema: 'schema', database: 'database' }}
        onChoose={(to) => act((before) => setBoxes(before, to as View['boxes']))}
      />
    </>
  )
}

interface HopsProps {
  readonly side: 'up' | 'down'
  readonly label: string
  readonly hops: Hops
  /** Why it does nothing in what is shown; undefined where it does. */
  readonly off: string | undefined
}

function HopStepper({ side, label, hops, off }: HopsProps) {
  const { act } = useModel()
  const way = side === 'up' ? 'upstream' : 'downstream'
  const isOff = off !== undefined
  const set = (to: Hops): void => act((before, facts) => setHops(before, side, to, facts))
  return (
    <div class="stepper" role="group" aria-label={`Hops ${way}`} title={off}>
      {label}
      <button
        type="button"
        aria-label={`One hop fewer ${way}`}
        disabled={isOff || hops === 0}
        onClick={() => set(hopsAfter(hops, -1))}
      >
        <Icon name="minus" />
      </button>
      <span>{isOff ? '–' : hops}</span>
      <button
        type="button"
        aria-label={`One hop more ${way}`}
        disabled={isOff || hops === 'all'}
        onClick={() => set(hopsAfter(hops, 1))}
      >
        <Icon name="plus" />
      </button>
      <button
        type="button"
        aria-label={`All hops ${way}`}
        aria-pressed={!isOff && hops === 'all'}
        disabled={isOff}
        onClick={() => set(hops === 'all' ? hopsAfter(hops, -1) : 'all')}
      >
        <Icon name="chevronsRight" />
      </button>
    </div>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: string
  /** What can be chosen, and how it is called. */
  readonly of: Readonly<Record<string, string>>
  /** Why it does nothing in what is shown; left out where it does. */
  readonly off?: string | undefined
  onChoose(value: string): void
}

const Choice = ({ label, value, of, off, onChoose }: ChoiceProps) => (
  <label class="choice" title={off}>
    {label}:
    <select
      value={value}
      disabled={off !== undefined}
      onChange={(event) => onChoose(event.currentTarget.value)}
    >
      {Object.entries(of).map(([name, words]) => (
        <option key={name} value={name}>
          {words}
        </option>
      ))}
    </select>
  </label>
)
