import { hopsAfter, setBoxes, setColumns, setDirection, setHops } from '../state/actions.ts'
import { USUAL_HOPS, type Hops, type View } from '../state/view.ts'
import { Icon } from './icon.tsx'
import { useModel } from './model.ts'

/** What the lineage view shows around its focus. */
export function LineageControls() {
  const { act, view, picture } = useModel()
  const { direction, columns, boxes, path } = view.value
  // Its two ends say how far a path goes.
  const isPath = path !== null && path.from !== null && path.to !== null
  const up = view.value.up ?? picture.value?.hops.up ?? USUAL_HOPS
  const down = view.value.down ?? picture.value?.hops.down ?? USUAL_HOPS
  return (
    <>
      {direction !== 'down' && <HopStepper side="up" label="Up" hops={up} isOff={isPath} />}
      {direction !== 'up' && <HopStepper side="down" label="Down" hops={down} isOff={isPath} />}
      <Choice
        label="Ways"
        value={direction}
        isOff={isPath}
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
  /** Whether it does nothing in what is shown. */
  readonly isOff: boolean
}

function HopStepper({ side, label, hops, isOff }: HopsProps) {
  const { act } = useModel()
  const way = side === 'up' ? 'upstream' : 'downstream'
  const set = (to: Hops): void => act((before) => setHops(before, side, to))
  return (
    <div class="stepper" role="group" aria-label={`Hops ${way}`}>
      {label}
      <button
        type="button"
        aria-label={`One hop fewer ${way}`}
        disabled={isOff || hops === 0}
        onClick={() => set(hopsAfter(hops, -1))}
      >
        <Icon name="minus" />
      </button>
      <span>{hops}</span>
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
        aria-pressed={hops === 'all'}
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
  /** Whether it does nothing in what is shown. */
  readonly isOff?: boolean
  onChoose(value: string): void
}

const Choice = ({ label, value, of, isOff, onChoose }: ChoiceProps) => (
  <label class="choice">
    {label}:
    <select value={value} disabled={isOff} onChange={(event) => onChoose(event.currentTarget.value)}>
      {Object.entries(of).map(([name, words]) => (
        <option key={name} value={name}>
          {words}
        </option>
      ))}
    </select>
  </label>
)
