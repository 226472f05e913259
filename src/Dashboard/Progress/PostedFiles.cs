using Microsoft.AspNetCore.Http;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Dashboard.Progress;

/// <summary>The files that came with a posted form, each judged and kept; or every one that was refused, by name.</summary>
internal static class PostedFiles
{
    private const string Field = "files";

    /// <summary>Whether any came.</summary>
    public static bool Any(IFormCollection form) => form.Files.GetFiles(Field).Any(IsChosen);

    /// <summary>Takes them in. What is kept without being added to an entry afterwards is swept away later.</summary>
    public static async Task<Result<List<Evidence>>> Keep(IFormCollection form, IEvidenceFiles files, CancellationToken cancel)
    {
        var kept = new List<Evidence>();
        var wrong = new List<string>();
        var purposes = form["filePurposes"];
        foreach (var (index, file) in form.Files.GetFiles(Field).Where(IsChosen).Index())
        {
            await using var content = file.OpenReadStream();
            if ((await files.Keep(file.FileName, content, cancel)).Refused(out var refusal, out var taken))
                wrong.Add(refusal.Message);
            else
                kept.Add(new() { Kind = EvidenceKind.File, File = taken, Purpose = PurposeOf(index < purposes.Count ? purposes[index] : null) ?? PurposeOf(form["purpose"]) });
        }
        return wrong.Count == 0 ? kept : Refusal.Invalid(new Dictionary<string, string[]> { [Field] = [.. wrong] });
    }

    /// <summary>What is wrong with the files and what is wrong with the rest, together; null when nothing is wrong with the files.</summary>
    public static Refusal? Wrong(Refusal? files, Refusal? rest) =>
        files is null ? null : rest is null ? files : Refusal.Invalid(new Dictionary<string, string[]>([.. files.Errors, .. rest.Errors]));

    /// <summary>A purpose by its name; null when none was chosen.</summary>
    public static EvidencePurpose? PurposeOf(string? name) =>
        Enum.TryParse<EvidencePurpose>(name, out var purpose) && Enum.IsDefined(purpose) ? purpose : null;

    // A browser sends an empty, nameless part for an input that nothing was chosen for.
    private static bool IsChosen(IFormFile file) => file.FileName.Length > 0;
}
