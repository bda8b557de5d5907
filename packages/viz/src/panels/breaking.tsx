import { Fragment } from 'preact'

/** Where the parts of an id end. */
export const AFTER_PARTS = /(?<=[._\-/:,])(?![._\-/:,])/

/** A text that may go on in another line after some of its characters, before it does so anywhere. Nothing is added to what is copied of it. */
export function Breaking({ text, after }: { text: string; after: RegExp }) {
  let at = 0
  return text.split(after).map((part) => {
    const key = at
    at += part.length
    return (
      <Fragment key={key}>
        {key > 0 && <wbr />}
        {part}
      </Fragment>
    )
  })
}
