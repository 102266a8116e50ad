using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EmployerCrm.BotFramework;

/// <summary>The certificate that stands for the bot: a PEM or PFX file, or one of the machine's or user's store, named by its thumbprint.</summary>
internal static class BotCertificate
{
    /// <summary>Opens it with its key.</summary>
    /// <exception cref="CryptographicException">It is not there, or cannot be opened, or has no key.</exception>
    public static X509Certificate2 Load(BotFrameworkOptions options)
    {
        var name = options.Certificate!.Trim();
        var certificate = IsThumbprint(name) ? OfStore(name) : OfFile(name, string.IsNullOrEmpty(options.CertificatePassword) ? null : options.CertificatePassword);
        if (certificate.HasPrivateKey)
            return certificate;
        certificate.Dispose();
        throw new CryptographicException("It has no private key.");
    }

    /// <summary>What keeps the certificate from being used, for the person who sets the host up; null when all is well.</summary>
    public static string? Problem(BotFrameworkOptions options)
    {
        var name = options.Certificate!.Trim();
        if (!IsThumbprint(name) && !File.Exists(name))
            return $"Bot:Certificate names the file {name}, which is not there.";
        try
        {
            Load(options).Dispose();
            return null;
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return $"Bot:Certificate cannot be used: {exception.Message}"
                + (IsThumbprint(name) ? "" : " Is Bot:CertificatePassword right?");
        }
    }

    private static bool IsThumbprint(string name) => name.Length == 40 && name.All(char.IsAsciiHexDigit);

    private static X509Certificate2 OfFile(string path, string? password) =>
        Path.GetExtension(path).ToUpperInvariant() is ".PFX" or ".P12" ? X509CertificateLoader.LoadPkcs12FromFile(path, password)
            : password is null ? X509Certificate2.CreateFromPemFile(path)
            : X509Certificate2.CreateFromEncryptedPemFile(path, password);

    private static X509Certificate2 OfStore(string thumbprint)
    {
        foreach (var location in new[] { StoreLocation.CurrentUser, StoreLocation.LocalMachine })
        {
            try
            {
                using var store = new X509Store(StoreName.My, location, OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
                if (store.Certificates.Find(X509FindType.FindByThumbprint, thumbprint, validOnly: false) is [var found, ..])
                    return found;
            }
            catch (CryptographicException)
            {
                // Not every machine has both stores.
            }
        }

        throw new CryptographicException("No store has a certificate with this thumbprint.");
    }
}
