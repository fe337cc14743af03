// Made up, and shown in the description.

const application = {
  id: "3f0c2a52-7d0e-4b8e-9a51-0d6f6a2f7c11",
  reference: "NIC24-7KQ2-M9XE",
  call: "nic-2024",
  level: "explore",
  state: "submitted",
  organisation: "Fjordbruk Klynge AS",
  organisationNumber: "999999999",
  cluster: "Fjordbruk",
  startedAt: "2024-04-15T07:00:00.000Z",
  submittedAt: "2024-06-21T13:59:59.999Z",
  revision: 7,
  submission: {
    number: 1,
    receivedAt: "2024-06-21T13:59:59.999Z",
    deadline: "2024-06-21T14:00:00.000Z",
    digest: "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
    formVersion: 1,
    answers: { cluster: { name: "Fjordbruk", established: "2019" } },
    files: [
      {
        id: "8d5c1a3e-52a1-4d11-9f0e-6a4f6f1f4b21",
        name: "Strategi.pdf",
        type: "application/pdf",
        bytes: 48213,
        sha256: "fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9",
      },
    ],
  },
};

const registration = {
  id: "0123456789abcdef0123456789abcdef",
  callId: "nic-2024",
  webinarId: "nic-2024-webinar",
  state: "registered",
  name: "Kari Eksempel",
  email: "kari@klynge.example",
  organisation: "Fjordbruk Klynge AS",
  organisationNumber: "999999999",
  role: "Klyngeleder",
  interest: "explore",
  questions: "",
  language: "nb",
  sequence: 0,
  revision: 1,
  registeredAt: "2024-04-16T08:30:00.000Z",
  hasSeat: false,
};

/** A page of each, whose next is at this site. */
export const examples = (siteUrl: string) => {
  const next = (what: string) => `${siteUrl}/api/v1/calls/nic-2024/${what}?after=YXBwbGljYXRpb24&limit=50`;
  return {
    applications: {
      items: [application, { id: "b7a4d8f0-4a2c-4f57-8e0d-2f5f0c6f9d02", gone: true }],
      next: next("applications"),
      more: false,
    },
    registrations: { items: [registration], next: next("registrations"), more: true },
  } as const;
};
