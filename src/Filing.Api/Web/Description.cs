using System.Reflection;
using System.Text.Json.Nodes;
using Contracts.Register;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace FilingApi.Web;

/// <summary>
/// The OpenAPI 3.1 description at <c>/openapi/v1.json</c> and a page to read it. It is generated from the mapped endpoints, so it
/// cannot differ from them.
/// </summary>
public static class Description
{
    private const string Bearer = "bearer";
    private static readonly MethodInfo NamesOf = typeof(Description).GetMethod(
        nameof(Names),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    public static void AddDescription(this IServiceCollection services) =>
        services.AddOpenApi(
            "v1",
            options =>
            {
                options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
                options.CreateSchemaReferenceId = info =>
                    OpenApiOptions.CreateDefaultSchemaReferenceId(info) is null
                    || Nullable.GetUnderlyingType(info.Type) is not null
                    || info.Type == typeof(Stream)
                        ? null
                        : NameOf(info.Type);
                options.AddSchemaTransformer(DescribeValue);
                options.AddOperationTransformer(DescribeOperation);
                options.AddDocumentTransformer(DescribeService);
            }
        );

    public static void MapDescription(this WebApplication app)
    {
        app.MapOpenApi().AllowAnyone("Description");

        // The page loads nothing from another host and sends no telemetry.
        app.MapScalarApiReference(
                "/docs",
                page =>
                    page.WithTitle("Vacuum-truck filing")
                        .WithOpenApiRoutePattern("/openapi/{documentName}.json")
                        .DisableDefaultFonts()
                        .DisableAgent()
                        .DisableTelemetry()
            )
            .AllowAnyone("ReadingPage");
    }

    /// <summary>Enum members by their wire names.</summary>
    public static JsonNode[] Names(Type type) => (JsonNode[])NamesOf.MakeGenericMethod(type).Invoke(null, null)!;

    private static JsonNode[] Names<T>()
        where T : struct, Enum => [.. WireName<T>.All.Select(name => JsonValue.Create(name))];

    /// <summary>Many use cases have a <c>Request</c>: its schema is named after the use case.</summary>
    private static string NameOf(Type type)
    {
        var name = type.IsGenericType
            ? type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]
                + "Of"
                + string.Concat(type.GetGenericArguments().Select(NameOf))
            : type.Name;
        return type.DeclaringType is { } around ? around.Name + name : name;
    }

    private static async Task DescribeValue(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancel)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        var orNull = type == context.JsonTypeInfo.Type ? default(JsonSchemaType?) : JsonSchemaType.Null;
        if (type.IsEnum)
        {
            schema.Type = orNull is null ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
            schema.Enum = [.. Names(type)];
            if (orNull is not null)
            {
                schema.Enum.Add(null!);
            }
        }
        else if (type == typeof(int) || type == typeof(long))
        {
            schema.Type = orNull is null ? JsonSchemaType.Integer : JsonSchemaType.Integer | JsonSchemaType.Null;
            schema.Format = type == typeof(int) ? "int32" : "int64";
        }
        else if (type == typeof(DateTimeOffset))
        {
            schema.Type = orNull is null ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
            schema.Format = "date-time";
            schema.Description ??= "ISO 8601 with offset; sent as +08:00, whole milliseconds.";
        }
        else if (schema.Items is null && context.JsonTypeInfo.ElementType is { IsEnum: true } item)
        {
            // The generator omits the items of a list if they have their own converter.
            schema.Items = await context.GetOrCreateSchemaAsync(item, null, cancel);
        }
        else if (type.GetCustomAttribute<TextOrAttribute>() is { } either)
        {
            var work = await context.GetOrCreateSchemaAsync(either.Type, null, cancel);
            (schema.Type, schema.Properties, schema.Required, schema.AdditionalProperties, schema.AdditionalPropertiesAllowed) = (
                null,
                null,
                null,
                null,
                true
            );
            schema.AnyOf = [new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1 }, work];
        }
    }

    private static async Task DescribeOperation(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancel
    )
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var row = metadata.OfType<AccessRow>().Single();
        operation.OperationId = row.Name;
        operation.Description = row.IsForAnyone ? "Anyone." : $"Roles: {string.Join(", ", row.Roles.Select(role => role.Wire()))}.";
        if (!row.IsForAnyone)
        {
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] }];
        }

        operation.Parameters ??= [];
        foreach (var parameter in metadata.OfType<Parameter>())
        {
            operation.Parameters.Add(Describe(parameter));
        }

        var refusals = Describing.RefusalsOf(metadata);
        Header("Accept-Language", "`zh` (default) or `en`: the language of sentences.");
        if (Describing.IsWrite(metadata))
        {
            Header("Idempotency-Key", "Up to 200 characters: the same key and body gives the same answer and no second effect.");
        }

        if (refusals.Contains(Domain.Refusals.StaleVersion))
        {
            Header("If-Match", "The version that was looked at, as the `ETag` of the record; left out: whatever is there.");
        }

        var contents = (operation.Responses ?? []).Values.Select(response => response.Content).Append(operation.RequestBody?.Content);
        foreach (var (_, file) in contents.OfType<IDictionary<string, OpenApiMediaType>>().SelectMany(content => content.Where(IsFile)))
        {
            file.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
        }

        // A header of a successful answer is described once, at that answer.
        foreach (var (status, response) in operation.Responses ?? [])
        {
            if (status[0] != '2' || response is not OpenApiResponse good)
            {
                continue;
            }

            foreach (var carried in metadata.OfType<Carries>())
            {
                (good.Headers ??= new Dictionary<string, IOpenApiHeader>())[carried.Name] = new OpenApiHeader
                {
                    Description = carried.Says,
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                };
            }
        }

        var problem = await context.GetOrCreateSchemaAsync(typeof(Problem), null, cancel);
        context.Document!.AddComponent(nameof(Problem), problem);
        foreach (var group in refusals.GroupBy(kind => kind.Status).OrderBy(group => group.Key))
        {
            var status = group.Key.ToString(System.Globalization.CultureInfo.InvariantCulture);
            operation.Responses ??= [];
            if (!operation.Responses.TryGetValue(status, out var known))
            {
                operation.Responses[status] = known = new OpenApiResponse();
            }

            known.Description = string.Join("; ", group.Select(kind => $"{kind.Code}: {Places().Replace(kind.En, "…")}"));
            ((OpenApiResponse)known).Content ??= new Dictionary<string, OpenApiMediaType>();
            known.Content!["application/problem+json"] = new OpenApiMediaType
            {
                Schema = new OpenApiSchemaReference(nameof(Problem), context.Document),
            };
        }

        operation.Extensions ??= new Dictionary<string, IOpenApiExtension>();
        operation.Extensions["x-codes"] = new JsonNodeExtension(new JsonArray([.. refusals.Select(kind => (JsonNode)kind.Code)]));

        void Header(string name, string says) =>
            operation.Parameters.Add(
                new OpenApiParameter
                {
                    Name = name,
                    In = ParameterLocation.Header,
                    Description = says,
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                }
            );
    }

    /// <summary>Neither JSON nor text to be read as it comes: a client keeps the bytes.</summary>
    private static bool IsFile(KeyValuePair<string, OpenApiMediaType> content) =>
        !content.Key.EndsWith("json", StringComparison.Ordinal) && content.Key is not ("text/plain" or "text/event-stream");

    private static OpenApiParameter Describe(Parameter parameter)
    {
        var schema = parameter.Type switch
        {
            { IsEnum: true } type => new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Enum = [.. Names(type), .. parameter.AlsoTakes.Select(word => (JsonNode)word)],
            },
            var type when type == typeof(DateTimeOffset) => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" },
            var type when type == typeof(DateOnly) => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" },
            var type when type == typeof(bool) => new OpenApiSchema { Type = JsonSchemaType.Boolean },
            var type when type == typeof(double) => new OpenApiSchema { Type = JsonSchemaType.Number },
            _ => new OpenApiSchema { Type = JsonSchemaType.String },
        };
        return new OpenApiParameter
        {
            Name = parameter.Name,
            In = ParameterLocation.Query,
            Description = parameter.Says,
            Required = parameter.IsRequired,
            Schema = schema,
        };
    }

    private static Task DescribeService(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancel)
    {
        document.Info = new OpenApiInfo
        {
            Title = "吸污车报备与调度 · Filing and dispatch for vacuum trucks",
            Version = "1",
            Description =
                "Refusals are RFC 9457 problems with a stable `code`, all faults of a request at once under `errors` by JSON pointer. "
                + "Instants carry an offset, coordinates are WGS-84 unless `datum` says `gcj02`. "
                + "Unknown members of a body are refused. Lists page by an opaque cursor. "
                + "What a caller may not see is 404, what it may not do 403.",
        };
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.AddComponent(
            Bearer,
            new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "The `token` of `POST /api/v1/tokens`.",
            }
        );
        return Task.CompletedTask;
    }

    private static System.Text.RegularExpressions.Regex Places() => new(@"\{[0-9]\}");
}
