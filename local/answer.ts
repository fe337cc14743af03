/** What became of one invocation: JSON text, of the answer or of the error. */
export interface Answer {
  readonly payload: string;
  readonly functionError?: "Unhandled";
}

const maxAnswerBytes = 6_291_556;

/** An error that Lambda itself reports, in its own words. */
export const errorAnswer = (errorType: string, errorMessage: string): Answer => ({
  functionError: "Unhandled",
  payload: JSON.stringify({ errorType, errorMessage }),
});

/** The function's own answer, unless it is larger than Lambda takes. */
export const payloadAnswer = (payload: string): Answer =>
  Buffer.byteLength(payload) <= maxAnswerBytes
    ? { payload }
    : errorAnswer(
        "Function.ResponseSizeTooLarge",
        `Response payload size exceeded maximum allowed payload size (${maxAnswerBytes} bytes).`,
      );
