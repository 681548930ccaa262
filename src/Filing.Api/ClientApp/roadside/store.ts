// What is stored on the phone: the list, the clock's mark, and what waits to be sent. IndexedDB, shared by all tabs.
// Some browsers refuse it, fail, or never answer: reading then finds nothing, writing fails, and the page goes on.
import type { Mark } from "./clock.ts";
import type { Item } from "./item.ts";
import type { SignedList } from "./signature.ts";

interface Kept {
  list: SignedList;
  mark: Mark;
}

/** The storage is full. The officer must see this. */
export class Full extends Error {}

const patienceMs = 3_000;

export class Store {
  private db: IDBDatabase | null = null;

  /** Resolves when the store is open, or when it is given up: then to false. */
  readonly opened: Promise<boolean> = within(openDb())
    .then(db => {
      db.onversionchange = () => db.close();
      this.db = db;
      return true;
    })
    .catch(() => false);

  async keep<K extends keyof Kept>(key: K, value: Kept[K]): Promise<void> {
    await this.write("kept", store => store.put(value, key));
  }

  async kept<K extends keyof Kept>(key: K): Promise<Kept[K] | undefined> {
    return await this.read<Kept[K] | undefined>("kept", store => store.get(key), undefined);
  }

  async put(item: Item): Promise<void> {
    await this.write("items", store => store.put(item));
  }

  async remove(id: string): Promise<void> {
    await this.write("items", store => store.delete(id));
  }

  async items(): Promise<Item[]> {
    const all = await this.read<Item[]>("items", store => store.getAll(), []);
    return all.sort((a, b) => b.madeMs - a.madeMs);
  }

  private async read<T>(name: "kept" | "items", act: (store: IDBObjectStore) => IDBRequest, none: T): Promise<T> {
    await this.opened;
    try {
      return this.db === null ? none : ((await within(done(act(this.db.transaction(name).objectStore(name))))) as T);
    } catch {
      return none;
    }
  }

  /** Resolves once the change is on the disk. */
  private async write(name: "kept" | "items", act: (store: IDBObjectStore) => IDBRequest): Promise<void> {
    await this.opened;
    const { db } = this;
    if (db === null) throw new Error("no store");
    await within(
      new Promise<void>((resolve, reject) => {
        const transaction = db.transaction(name, "readwrite", { durability: "strict" });
        const fail = (error: unknown) =>
          reject(error instanceof DOMException && error.name === "QuotaExceededError" ? new Full() : (error ?? new Error("aborted")));
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => fail(transaction.error);
        transaction.onerror = () => fail(transaction.error);
        try {
          act(transaction.objectStore(name));
        } catch (error) {
          fail(error);
        }
      }),
    );
  }
}

async function openDb(): Promise<IDBDatabase> {
  const request = indexedDB.open("roadside", 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore("kept");
    request.result.createObjectStore("items", { keyPath: "id" });
  };
  return await done(request);
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function within<T>(work: Promise<T>): Promise<T> {
  return Promise.race([work, new Promise<never>((_, reject) => setTimeout(() => reject(new Error("late")), patienceMs))]);
}
