using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PlanTracker.Storage.Mapping;

/// <summary>Instants are UTC: SQLite gives them back without a kind, PostgreSQL takes no other.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    instant => Checked(instant), stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc))
{
    private static DateTime Checked(DateTime instant) => instant.Kind is DateTimeKind.Utc
        ? instant : throw new InvalidOperationException("An instant must be UTC.");
}
