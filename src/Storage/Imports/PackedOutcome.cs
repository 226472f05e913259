using System.IO.Compression;
using System.Text.Json;
using PlanTracker.Domain.Imports;
using PlanTracker.Storage.Mapping;

namespace PlanTracker.Storage.Imports;

/// <summary>Outcomes as they are kept: JSON, packed, since ten thousand rows have much in common.</summary>
internal static class PackedOutcome
{
    public static byte[] Pack(ImportOutcome outcome)
    {
        using var bytes = new MemoryStream();
        using (var packed = new GZipStream(bytes, CompressionLevel.Fastest))
            JsonSerializer.Serialize(packed, outcome, JsonColumn.Options);
        return bytes.ToArray();
    }

    public static ImportOutcome Unpack(byte[] bytes)
    {
        using var unpacked = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<ImportOutcome>(unpacked, JsonColumn.Options)!;
    }

    public static string Write(RowCounts counts) => JsonSerializer.Serialize(counts, JsonColumn.Options);

    public static RowCounts? Read(string? text) => text is null ? null : JsonSerializer.Deserialize<RowCounts>(text, JsonColumn.Options);
}
