namespace FilingApi.Domain;

/// <summary>A row that belongs to a town. Who sees it is asked in one place.</summary>
public interface IOfTown
{
    string Town { get; }
}
