/** The oldest browsers that the app is built for (settled 7). */
export const BROWSER_FLOOR = ['chrome111', 'safari16.4', 'firefox115'];
