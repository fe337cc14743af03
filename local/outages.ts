/** Which services are down just now, because somebody wants to see what the product then does. */
export interface Outages {
  ses: boolean;
  kms: boolean;
}
