import type { Adapter, AdapterPayload } from "oidc-provider";

/** Where the issuer keeps its sessions, codes and tokens: in memory, each until it is over. */
export const issuerMemory = (): ((kind: string) => Adapter) => {
  const kept = new Map<string, AdapterPayload>();

  return (kind) => {
    const keyOf = (id: string) => `${kind} ${id}`;
    const findBy = async (field: "uid" | "userCode", value: string) =>
      [...kept].find(([key, payload]) => key.startsWith(`${kind} `) && payload[field] === value)?.[1];
    return {
      upsert: async (id, payload, seconds = 0) => {
        kept.set(keyOf(id), payload);
        setTimeout(() => kept.get(keyOf(id)) === payload && kept.delete(keyOf(id)), seconds * 1000).unref();
      },
      find: async (id) => kept.get(keyOf(id)),
      findByUid: (uid) => findBy("uid", uid),
      findByUserCode: (userCode) => findBy("userCode", userCode),
      consume: async (id) => {
        const payload = kept.get(keyOf(id));
        if (payload) payload["consumed"] = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) => void kept.delete(keyOf(id)),
      revokeByGrantId: async (grantId) => {
        for (const [key, payload] of kept) if (payload.grantId === grantId) kept.delete(key);
      },
    };
  };
};
