/** A dash where nothing is known: never a zero. */
export function Unknown() {
  return (
    <>
      <span aria-hidden="true" className="unknown">
        –
      </span>
      <span className="visually-hidden">unknown</span>
    </>
  );
}

/** A number as text, or that it is unknown. */
export function Known({ value, as }: { value: number | null; as: (value: number) => string }) {
  return value === null ? <Unknown /> : as(value);
}
