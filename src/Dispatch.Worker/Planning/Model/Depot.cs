using DispatchWorker.Planning.Input;

namespace DispatchWorker.Planning.Model;

public sealed record Depot(string Id, int Place)
{
    internal static Depot Read(Fields fields, Names names) => new(Names.Id(fields, names.Depots), names.PlaceOf(fields));
}
