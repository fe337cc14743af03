import { createReadStream, globSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { decode, type Item } from "#shared/records/table.ts";
import { CannotRead, progress, type Source } from "./source.ts";

const Line = z.object({
  Item: z.record(
    z.string(),
    z.custom<AttributeValue>((value) => typeof value === "object" && value !== null),
  ),
});

/** Says where, and not what: the line may hold what people wrote. */
const readLine = (line: string, where: string): Item => {
  try {
    return decode(Line.parse(JSON.parse(line)).Item);
  } catch {
    throw new CannotRead(`${where} is not an item in DynamoDB JSON.`);
  }
};

const contentOf = (file: string) => {
  const content = createReadStream(file);
  if (!file.endsWith(".gz")) return content;
  const unzip = createGunzip();
  content.on("error", (error) => unzip.destroy(error));
  return content.pipe(unzip);
};

async function* itemsIn(file: string): AsyncGenerator<Item> {
  let number = 0;
  for await (const line of createInterface({ input: contentOf(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim()) yield readLine(line, `${file}, line ${number},`);
  }
}

/** A table exported to S3 and downloaded: the files of DynamoDB JSON in the folder `data`, an item a line and in any order. */
export const exportSource = (folder: string): Source => {
  const files = globSync(path.join(folder, "data", "*.{json,json.gz}")).sort();
  if (files.length === 0) throw new CannotRead(`There is no data/*.json or data/*.json.gz in ${folder}.`);
  return {
    together: false,
    items: async function* () {
      const shown = progress();
      for (const file of files)
        for await (const item of itemsIn(file)) {
          shown.add(1);
          yield item;
        }
      shown.end();
    },
  };
};
