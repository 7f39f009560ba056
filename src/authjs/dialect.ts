/**
 * What makes the server answer with JSON instead of a redirect: v4 looks at the field, v5 at the header. Both
 * go out with every call, because the server's version is not known here.
 */
export const JSON_FIELD = { json: 'true' }
export const JSON_HEADER = { 'X-Auth-Return-Redirect': '1' }
