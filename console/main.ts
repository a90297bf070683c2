// Where the console starts.
import './theme/controls.ts'
import './askwell-console.ts'
