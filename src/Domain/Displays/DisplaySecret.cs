using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PlanTracker.Domain.Displays;

/// <summary>Secrets of display links: 256 random bits, kept as a hash. Nothing slower is needed for what cannot be guessed.</summary>
public static class DisplaySecret
{
    private const int Bytes = 32;

    /// <summary>Letters of a secret in an address.</summary>
    public const int Length = 43;

    /// <summary>A new one.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>How it is kept, and looked for: SHA-256 in hexadecimal.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
