/** Stands in the HTML and the text of a rendered mail where its recipient's link to unsubscribe belongs. */
export const UNSUBSCRIBE_PLACEHOLDER = 'https://unsubscribe.invalid/';
