/** The page's nonce for style elements made by script, as its policy wants it; empty where there is no policy. */
export function cspNonce(page: Document = document): string {
  const meta = page.querySelector('meta[property="csp-nonce"]');
  return meta instanceof HTMLMetaElement ? meta.nonce || meta.content : '';
}
