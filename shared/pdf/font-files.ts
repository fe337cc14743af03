/** The file of each weight, by its name in its package. */
export const fontFiles = {
  regular: "@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf",
  bold: "@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf",
} as const;

export type Weight = keyof typeof fontFiles;
