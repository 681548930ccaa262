// What is stored on the phone: the list, the clock's mark, and what waits to be sent. IndexedDB, shared by all tabs.
import type { Mark } from "./clock.ts";
import type { Item } from "./item.ts";
import type { SignedList } from "./signature.ts";

interface Kept {
  list: SignedList;
  mark: Mark;
}

/** The storage is full. The officer must see this. */
export class Full extends Error {}

export class Store {
  private constructor(private readonly db: IDBDatabase) {}

  static async open(): Promise<Store> {
    const request = indexedDB.open("roadside", 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("kept");
      request.result.createObjectStore("items", { keyPath: "id" });
    };
    const db = await done(request);
    db.onversionchange = () => db.close();
    return new Store(db);
  }

  keep<K extends keyof Kept>(key: K, value: Kept[K]): Promise<void> {
    return this.write("kept", store => store.put(value, key));
  }

  kept<K extends keyof Kept>(key: K): Promise<Kept[K] | undefined> {
    return done(this.db.transaction("kept").objectStore("kept").get(key)) as Promise<Kept[K] | undefined>;
  }

  put(item: Item): Promise<void> {
    return this.write("items", store => store.put(item));
  }

  remove(id: string): Promise<void> {
    return this.write("items", store => store.delete(id));
  }

  async items(): Promise<Item[]> {
    const all = (await done(this.db.transaction("items").objectStore("items").getAll())) as Item[];
    return all.sort((a, b) => b.madeMs - a.madeMs);
  }

  /** Resolves once the change is on the disk. */
  private write(name: "kept" | "items", act: (store: IDBObjectStore) => IDBRequest): Promise<void> {
    return new Promise((resolve, reject) => {
      const transaction = this.db.transaction(name, "readwrite", { durability: "strict" });
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
    });
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
