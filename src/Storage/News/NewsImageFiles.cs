using System.IO.Compression;
using PlanTracker.Domain;
using PlanTracker.Domain.News;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Storage.News;

/// <summary>
/// Pictures of items among the files of evidence, by the same judges. A zip is judged whole first (names, links, sizes, density), and only
/// then is each picture in it received and judged as if it had come alone; the zip itself is swept away later, for no row names it.
/// </summary>
internal sealed class NewsImageFiles(IEvidenceFiles files) : INewsImages
{
    private static readonly EvidenceFileType[] Taken = [EvidenceFileType.Jpeg, EvidenceFileType.Png];

    public long MaxBytes => files.MaxBytes;

    public async Task<Result<IReadOnlyList<EvidenceFile>>> Keep(string? name, Stream content, CancellationToken cancel)
    {
        if (Storage.Files.FileNames.Judge(name).Refused(out var wrongName, out var named))
            return Of(wrongName, name);
        if (named.Type is not EvidenceFileType.Zip && !Taken.Contains(named.Type))
            return NotTaken(named.Name);
        if ((await files.Keep(name, content, cancel)).Refused(out var refusal, out var kept))
            return Of(refusal, name);
        return kept.Type is EvidenceFileType.Zip ? await Unpack(kept, cancel) : new List<EvidenceFile> { kept };
    }

    public Stream? Open(string sha256) => files.Open(sha256);

    public void LetGo(string sha256) => files.LetGo(sha256);

    private async Task<Result<IReadOnlyList<EvidenceFile>>> Unpack(EvidenceFile packed, CancellationToken cancel)
    {
        await using var stream = files.Open(packed.Sha256)!;
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
        var entries = zip.Entries.Where(e => !e.FullName.EndsWith('/')).OrderBy(e => e.FullName, VietnameseText.Order).ToList();
        if (entries.Count > NewsItem.MostImages)
            return Refusal.Unreadable("news.too-many-images", $"Tệp “{packed.Name}” có {entries.Count} ảnh; một tin, bài có tối đa {NewsItem.MostImages} ảnh.");
        var kept = new List<EvidenceFile>();
        foreach (var entry in entries)
        {
            if (Storage.Files.FileNames.TypeOf(entry.FullName) is not { } type || !Taken.Contains(type))
                return NotTaken(entry.FullName);
            await using var content = await entry.OpenAsync(cancel);
            if ((await files.Keep(entry.FullName, content, cancel)).Refused(out var refusal, out var image))
                return Of(refusal, entry.FullName);
            kept.Add(image);
        }
        return kept;
    }

    /// <summary>Evidence takes more types than news: what it says of them would mislead here.</summary>
    private static Refusal Of(Refusal refusal, string? name) => refusal.Kind is RefusalKind.UnknownType ? NotTaken(name ?? "") : refusal;

    private static Refusal NotTaken(string name) => Refusal.UnknownType(
        "news.image-type", $"Tệp “{Storage.Files.FileNames.Clean(name)}” không phải ảnh được nhận. Ảnh của tin, bài là .jpg, .png, hoặc một tệp .zip chứa các ảnh đó.");
}
