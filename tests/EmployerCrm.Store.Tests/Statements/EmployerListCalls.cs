using EmployerCrm.Core;
using EmployerCrm.Core.Employers;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Statements;

/// <summary>Calls every way in which employers are listed.</summary>
internal static class EmployerListCalls
{
    public static async Task RunAsync(ICrmSession session, Rows rows, DateOnly day)
    {
        await session.EmployerLists.FindAsync(rows.Actor, SearchText.Of("fridays"));
        await session.EmployerLists.FindAsync(rows.Actor, SearchText.Of("fridays caf"));
        await session.EmployerLists.RecentAsync(rows.Actor, 5);
        await session.EmployerLists.TownsLikeAsync("Otly");
        await session.EmployerLists.FactsAsync([rows.Employer.Id], rows.Team.Id);
        await session.EmployerLists.PlannedAsync([rows.Employer.Id], day);
        var entry = rows.Entry(rows.Employer.Id);
        await session.Audit.AddAsync(entry, [new() { AuditId = entry.Id, Field = "town", OldValue = "Leeds", NewValue = "Otley" }]);
        await session.EmployerLists.TimelineAsync(rows.Employer.Id, rows.Team.Id, null, 10);
        await session.EmployerLists.TimelineAsync(rows.Employer.Id, null, new TimelinePlace(day, Rows.Now, 1), 10);
        await session.SavedViews.AddAsync(new SavedView { Id = rows.Entry(rows.Employer.Id).Id, SpecialistId = rows.Specialist.Id, Name = "Mine", Address = "mine=1", SavedAt = Rows.Now });
        await session.SavedViews.OfAsync(rows.Specialist.Id);
        await session.SavedViews.RemoveAsync(rows.Specialist.Id, "mine");
        await PagesAsync(session, rows, day);
        await CommonWordsAsync(session, rows);
    }

    private static async Task PagesAsync(ICrmSession session, Rows rows, DateOnly day)
    {
        EmployerQuery[] filters =
        [
            new(), new() { OwnerId = rows.Specialist.Id }, new() { SicDivision = "56" }, new() { DoNotApproach = true }, new() { Level = 2 }, new() { QuietBefore = day },
            new() { TownKey = "leeds" }, new() { PostcodeKey = "p:ls21" }, new() { TagKey = "g:living wage" }, new() { Ids = [rows.Employer.Id] },
        ];
        foreach (var filter in filters)
            await session.EmployerLists.PageAsync(filter);
        foreach (var sort in Enum.GetValues<EmployerColumn>().SelectMany(column => new[] { new EmployerSort(column), new EmployerSort(column, Descending: true) }))
            await session.EmployerLists.PageAsync(new EmployerQuery { Sort = sort });
    }

    /// <summary>More employers hold both words than are read of one.</summary>
    private static async Task CommonWordsAsync(ICrmSession session, Rows rows)
    {
        for (var number = 0; number < 610; number++)
            await session.Employers.AddAsync(rows.EmployerNamed("Common Words"));
        await session.Employers.CountActivityAsync(rows.Employer.Id, rows.Specialist.Id, new DateOnly(2026, 11, 17), inPerson: true);
        Assert.NotEmpty(await session.EmployerLists.FindAsync(rows.Actor, SearchText.Of("common words ")));
    }
}
