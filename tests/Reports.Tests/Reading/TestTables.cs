using PlanTracker.Domain.Imports;
using PlanTracker.Reports.Reading;

namespace PlanTracker.Reports.Tests.Reading;

/// <summary>Reads what must be readable.</summary>
internal static class TestTables
{
    public static ImportTable Read(Stream file) =>
        new TableReader().Read(file).Refused(out var refusal, out var table) ? throw new InvalidOperationException($"{refusal.Code}: {refusal.Message} {string.Join("; ", refusal.Errors.Select(e => e.Key + " " + e.Value[0]))}") : table;

    public static ReadSheet Sheet(Book book) =>
        SheetReader.Read(book.Zipped()).Refused(out var refusal, out var sheet) ? throw new InvalidOperationException($"{refusal.Code}: {refusal.Message}") : sheet;
}
