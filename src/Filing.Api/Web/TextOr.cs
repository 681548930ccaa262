namespace FilingApi.Web;

/// <summary>Marks a type that is sent either as a text or as an object of <see cref="Type"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TextOrAttribute(Type type) : Attribute
{
    public Type Type { get; } = type;
}
