using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Imports;

namespace PlanTracker.Domain.Access;

/// <summary>What an import does, or would do.</summary>
/// <param name="New">Rows that make an account.</param>
/// <param name="Unchanged">Rows whose account is there already, with the same fields.</param>
/// <param name="Wrong">Rows with something wrong.</param>
/// <param name="Errors">Everything that is wrong, by row and column.</param>
/// <param name="Made">The accounts made with their links, in the order of the file; empty for a trial.</param>
public sealed record AccountImportResult(
    int New, int Unchanged, int Wrong, IReadOnlyList<CellError> Errors, IReadOnlyList<AccountWithLink> Made);

/// <summary>
/// Makes many accounts from a table: every error at once by cell, then all or nothing in one write. It only makes new ones; the same file
/// again changes nothing.
/// </summary>
public sealed class AccountImport(IStore store, IAccountBook book, IAgencyRegister register, AccountReading reading, BusinessClock clock)
{
    /// <summary>The most rows of one file.</summary>
    public const int MaxRows = 10_000;

    /// <summary>The headings of the columns, in the order of the form.</summary>
    public static IReadOnlyList<string> Headers { get; } = [.. AccountTable.Columns.Select(c => c.Header)];

    /// <summary>What the table would do; nothing changes.</summary>
    public async Task<Result<AccountImportResult>> Try(Actor actor, Result<ImportTable> input, CancellationToken cancel)
    {
        if ((await Table(actor, input, cancel)).Refused(out var refusal, out var table))
            return refusal;
        table.Judge(await book.All(cancel));
        return new AccountImportResult(table.Fresh.Count, table.Unchanged, table.Wrong, table.Errors, []);
    }

    /// <summary>Makes the accounts; refused, with everything that is wrong, when one row is.</summary>
    public async Task<Result<AccountImportResult>> Apply(Actor actor, Result<ImportTable> input, CancellationToken cancel)
    {
        if ((await Table(actor, input, cancel)).Refused(out var refusal, out var table))
            return refusal;
        var agencies = await register.All(cancel);
        var successions = await register.Successions(cancel);
        var importing = actor with { Door = Door.Import };
        return await store.Write<AccountImportResult>(importing, async changes =>
        {
            table.Judge(await changes.Accounts.LoadAll(cancel));
            if (table.Errors.Count > 0)
                return Refusal.Unreadable(
                    "users.import-refused", $"Tệp có {VietnameseNumber.Show(table.Wrong)} dòng cần sửa. Chưa có tài khoản nào được tạo.", CellError.ByCell(table.Errors));
            var accounts = table.Fresh
                .Select(n => new UserAccount { UserName = n.UserName, FullName = "", Roles = [] }.With(n.Details, successions, clock.Today)).ToList();
            var links = await changes.Accounts.Add(accounts, cancel);
            foreach (var account in accounts)
                changes.Record(AccountHistory.Row(importing, clock, "create", null, account));
            return new AccountImportResult(accounts.Count, table.Unchanged, 0, [],
                [.. accounts.Zip(links, (a, link) => new AccountWithLink(reading.View(a with { LinkExpiresAt = link.ExpiresAt }, agencies), link))]);
        }, cancel);
    }

    private async Task<Result<AccountTable>> Table(Actor actor, Result<ImportTable> input, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ManageAccounts) is { } notAllowed)
            return notAllowed;
        return input.Refused(out var unreadable, out var table)
            ? unreadable : AccountTable.Of(table, new AgencyFinder(await register.All(cancel), clock.Today), clock.Today);
    }
}
