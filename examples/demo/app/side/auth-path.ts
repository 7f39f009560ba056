/** Where the Auth.js server is: below this page. A demo of files alone may be in any folder. */
export const authPath = new URL('api/auth', document.baseURI).pathname
