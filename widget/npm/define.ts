// Defines the four elements when it is imported, and hands out their classes.
export { AskwellWidget } from '../askwell-widget.ts'
export { AskwellArticle, AskwellAsk, AskwellSearch } from '../inline-elements.ts'
