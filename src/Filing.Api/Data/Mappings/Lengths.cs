using Contracts.Delivery;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

/// <summary>Lengths that recur, in characters.</summary>
internal static class Lengths
{
    public const int Code = 40;
    public const int Number = 40;
    public const int Name = 200;
    public const int Plate = 12;
    public const int Id = 100;
    public const int Sentence = 1000;

    /// <summary>A list stored in one column, compared by its text.</summary>
    public static void IsJson<T>(this PropertyBuilder<T> property)
        where T : class =>
        property.HasConversion(
            new JsonColumn<T>(),
            new ValueComparer<T>(
                (a, b) => new JsonColumn<T>().ConvertToProvider(a)!.Equals(new JsonColumn<T>().ConvertToProvider(b)),
                value => new JsonColumn<T>().ConvertToProvider(value)!.GetHashCode(),
                value => value
            )
        );
}
