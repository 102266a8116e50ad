using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>A certificate that stands for the bot in place of a secret, in each of the ways to name one.</summary>
public sealed class CertificateTests : IDisposable
{
    private const string Password = "open sesame";

    private readonly RSA _key = RSA.Create(2048);
    private readonly X509Certificate2 _certificate;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("employercrm-certificate-");

    public CertificateTests() => _certificate = new CertificateRequest("CN=employercrm-test", _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
        .CreateSelfSigned(new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2027, 11, 1, 0, 0, 0, TimeSpan.Zero));

    public void Dispose()
    {
        _certificate.Dispose();
        _key.Dispose();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("bot.pem", null)]
    [InlineData("bot.pem", Password)]
    [InlineData("bot.pfx", null)]
    [InlineData("bot.PFX", Password)]
    [InlineData("bot.p12", Password)]
    public async Task A_file_serves_with_and_without_a_password(string name, string? password) =>
        await AssertServesAsync(("Certificate", await WriteAsync(name, password)), ("CertificatePassword", password));

    [Fact]
    public async Task A_certificate_of_the_store_is_named_by_its_thumbprint()
    {
        using var store = new X509Store(StoreName.My, StoreLocation.CurrentUser);
        store.Open(OpenFlags.ReadWrite);
        using var stored = X509CertificateLoader.LoadPkcs12(_certificate.Export(X509ContentType.Pfx), null, X509KeyStorageFlags.PersistKeySet);
        store.Add(stored);
        try
        {
            await AssertServesAsync(("Certificate", stored.Thumbprint.ToLowerInvariant()));
        }
        finally
        {
            store.Remove(stored);
        }
    }

    [Theory]
    [InlineData("bot.pfx", "wrong", "Bot:CertificatePassword")]
    [InlineData("bot.pem", "wrong", "Bot:CertificatePassword")]
    [InlineData("public.pem", null, "Bot:Certificate cannot be used")]
    public async Task A_file_that_cannot_be_opened_keeps_the_host_from_starting(string name, string? password, string named)
    {
        var path = await WriteAsync(name, name == "public.pem" ? null : Password);
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => BotHost.StartAsync(("Secret", null), ("Certificate", path), ("CertificatePassword", password)));

        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
    }

    private static async Task AssertServesAsync(params (string, string?)[] settings)
    {
        await using var host = await BotHost.StartAsync([("Secret", null), .. settings]);
        await host.SendAsync();

        Assert.Equal("bot-token-1", Assert.Single(host.Connector.Calls).BearerToken);
        Assert.Equal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", host.Authority.LastTokenRequest["client_assertion_type"]);
        Assert.False(host.Authority.LastTokenRequest.ContainsKey("client_secret"));
    }

    private async Task<string> WriteAsync(string name, string? password)
    {
        var path = Path.Combine(_folder.FullName, name);
        var cancellationToken = TestContext.Current.CancellationToken;
        if (!name.EndsWith(".pem", StringComparison.Ordinal))
        {
            await File.WriteAllBytesAsync(path, _certificate.Export(X509ContentType.Pfx, password), cancellationToken);
            return path;
        }

        var key = name == "public.pem" ? ""
            : password is null ? _key.ExportPkcs8PrivateKeyPem()
            : _key.ExportEncryptedPkcs8PrivateKeyPem(password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000));
        await File.WriteAllTextAsync(path, _certificate.ExportCertificatePem() + "\n" + key, cancellationToken);
        return path;
    }
}
