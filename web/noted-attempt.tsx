import { Alert, Paragraph } from "./parts.tsx";

/** That an attempt is on record, with what can be quoted of it. */
export const NotedAttempt = ({ evidence }: { readonly evidence: string }) => (
  <Alert color="info">
    <Paragraph>{evidence}</Paragraph>
  </Alert>
);
