using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace EmployerCrm.BotFramework;

/// <summary>Fetches the callers' keys: the metadata, and the key set that it points to.</summary>
internal sealed class SigningKeyDownload(IHttpClientFactory clients, IOptions<BotFrameworkOptions> options, TimeProvider time)
{
    public const string HttpClientName = "EmployerCrm.BotFramework.Keys";

    /// <summary>For both documents together.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <summary>Never an empty set.</summary>
    /// <exception cref="JsonException">What came is no metadata of the issuer that is set, or holds no key that will do.</exception>
    /// <exception cref="HttpRequestException">It could not be had, was not answered with 200, or is too large.</exception>
    /// <exception cref="OperationCanceledException">It took too long.</exception>
    public async Task<FrozenDictionary<string, SigningKey>> FetchAsync()
    {
        using var timeout = new CancellationTokenSource(LongestWait, time);
        var metadataAddress = new Uri(options.Value.OpenIdMetadata);
        var keyAddress = ReadKeyAddress(await GetAsync(metadataAddress, timeout.Token));

        // A key set comes as safely as the metadata did, or not at all.
        if (!Addressing.IsHttpsOrLoopback(keyAddress) || (metadataAddress.Scheme == Uri.UriSchemeHttps && keyAddress.Scheme != Uri.UriSchemeHttps))
        {
            throw new JsonException();
        }

        var keys = SigningKey.ReadSet(await GetAsync(keyAddress, timeout.Token));
        return keys.Count > 0 ? keys : throw new JsonException();
    }

    private Uri ReadKeyAddress(JsonElement metadata)
    {
        // The metadata of another cloud would give good keys for tokens that are then all refused; better to say at once that it is the wrong one.
        var isOurs = metadata.ValueKind is JsonValueKind.Object
            && (!metadata.TryGetProperty("issuer", out var issuer) || (issuer.ValueKind is JsonValueKind.String && issuer.ValueEquals(options.Value.Issuer)));
        return isOurs && metadata.TryGetProperty("jwks_uri", out var address) && address.ValueKind is JsonValueKind.String
            && Uri.TryCreate(address.GetString(), UriKind.Absolute, out var uri)
            ? uri
            : throw new JsonException();
    }

    private async Task<JsonElement> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(HttpClientName);
        using var document = JsonDocument.Parse(await client.GetByteArrayAsync(address, cancellationToken), Strict);
        return document.RootElement.Clone();
    }
}
