/** A page or a piece of JSON, and the address it was found at. */
interface Found {
  readonly response: Response;
  readonly url: string;
}

/** A browser as far as cookies and redirects go. */
export interface Visitor {
  /** Follows redirects to the end, or until one leads to the path `stopAt`, which is then not asked for. */
  readonly follow: (url: string, init?: RequestInit, stopAt?: string) => Promise<Found>;
}

export const makeVisitor = (): Visitor => {
  const cookies = new Map<string, string>();

  const ask = async (url: string, init: RequestInit): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { accept: "text/html", ...Object.fromEntries(new Headers(init.headers)), cookie };
    const response = await fetch(url, { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "") cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };

  const follow: Visitor["follow"] = async (url, init = {}, stopAt) => {
    const response = await ask(url, init);
    const location = response.headers.get("location");
    const redirects = response.status >= 300 && response.status < 400;
    if (location === null || !redirects) return { response, url };
    const next = new URL(location, url);
    return next.pathname === stopAt ? { response, url: next.href } : follow(next.href, {}, stopAt);
  };

  return { follow };
};
