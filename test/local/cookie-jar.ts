/** A browser as far as cookies and redirects go. */
export const cookieJar = () => {
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

  /** Follows redirects to the end, or until one leads to `stopAt`, which is then not asked for. */
  const follow = async (
    url: string,
    init: RequestInit = {},
    stopAt?: string,
  ): Promise<{ response: Response; url: string }> => {
    const response = await ask(url, init);
    const location = response.headers.get("location");
    if (location === null) return { response, url };
    const next = new URL(location, url);
    return next.pathname === stopAt ? { response, url: next.href } : follow(next.href, {}, stopAt);
  };

  return { follow };
};
