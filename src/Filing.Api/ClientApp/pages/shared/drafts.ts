// Names of what forms keep on the device.

/** In `localStorage`: drafts of forms. Signing out removes them. */
export const draftPrefix = "draft:";

/** In `sessionStorage`: the name of the draft that is being sent. The page that confirms it removes the draft. */
export const sentDraft = "sent";

/** In `localStorage`: filings made again without a network, by account. They stay until they are sent. */
export const repeatPrefix = "repeat:";
