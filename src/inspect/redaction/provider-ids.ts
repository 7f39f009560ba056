/**
 * The ids of the providers that Auth.js and next-auth bring along. These alone pass: any other id looks just like
 * the name or the login of a user, which a form may have put in its place.
 */
const providerIds = new Set(
  `
42-school apple asgardeo atlassian auth0 authentik azure-ad azure-ad-b2c azure-devops bankid-no
battlenet beyondidentity bitbucket box boxyhq-saml bungie click-up cognito coinbase concept2 credentials
descope discord dribbble dropbox duende-identity-server6 email eventbrite eveonline facebook faceit
figma forwardemail foursquare freshbooks frontegg fusionauth github gitlab google hubspot huggingface
hydra identity-server4 instagram kakao keycloak kinde line linkedin logto loops mailchimp mailgun mailru
mastodon mattermost medium microsoft-entra-id naver netlify netsuite nextcloud nodemailer notion okta
onelogin osso osu passage passkey patreon ping-id pinterest pipedrive postmark reddit resend roblox
salesforce sendgrid simplelogin slack spotify strava threads tiktok todoist trakt twitch twitter
united-effects vipps vk webauthn webex wechat wikimedia wordpress workos yandex zitadel zoho zoom
`.split(/\s+/),
)

/** Whether it is the id of a provider of Auth.js, and so nothing that a user has typed. */
export const isProviderId = (text: string): boolean => text !== '' && providerIds.has(text)
