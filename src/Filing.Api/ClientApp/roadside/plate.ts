// R1 on the phone: the same expression as in Contracts/Register/Plate.cs. The vectors compare the two.

export const provinces = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
const traditional = "滬雲遼魯蘇贛晉陝閩貴粵寧瓊";
const simplified = "沪云辽鲁苏赣晋陕闽贵粤宁琼";
const dropped = /[·•・‧∙●.。_\s\p{Pd}\p{Cf}\p{Cc}]/gu;

const newEnergy = new RegExp(`^[${provinces}][A-HJ-NP-Z](?:[0-9]{5}[A-HJK]|[A-HJK][A-HJ-NP-Z0-9][0-9]{4})$`);
const form = new RegExp(
  `${newEnergy.source}` +
    `|^[${provinces}][A-HJ-NP-Z](?!(?:[0-9]*[A-HJ-NP-Z]){3})[A-HJ-NP-Z0-9]{5}$` +
    `|^[${provinces}][A-HJ-NP-Z][A-HJ-NP-Z0-9]{4}[挂学警]$` +
    `|^粤Z[A-HJ-NP-Z0-9]{4}[港澳]$`,
);

/** The stored form of a text, plate or not. */
export function normalise(raw: string): string {
  const kept = [...raw.normalize("NFKC").replace(dropped, "")].map(upper);
  const at = kept[0] === undefined ? -1 : traditional.indexOf(kept[0]);
  return (at < 0 ? kept : [simplified[at], ...kept.slice(1)]).join("");
}

export const isPlate = (value: string): boolean => form.test(value);

export const isNewEnergy = (value: string): boolean => newEnergy.test(value);

/** The form for people: a dot after the second character. */
export const display = (value: string): string => `${value.slice(0, 2)}·${value.slice(2)}`;

/** As in .NET, one character stays one. */
function upper(character: string): string {
  const capital = character.toUpperCase();
  return capital.length === character.length ? capital : character;
}
