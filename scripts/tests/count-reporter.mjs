/** Ends a test run with one plain line for people and programs that count: `12 passed, 0 failed`. */
export default class CountReporter {
  onTestRunEnd(files, errors) {
    const states = files.flatMap((file) => [...file.children.allTests()].map((test) => test.result().state))
    const count = (state) => states.filter((each) => each === state).length
    const brokenFiles = files.filter((file) => file.errors().length > 0).length
    console.log(`${count('passed')} passed, ${count('failed') + brokenFiles + errors.length} failed`)
  }
}
