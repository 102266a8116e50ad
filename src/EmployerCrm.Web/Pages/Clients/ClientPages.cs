using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Undo;
using EmployerCrm.Web.Pages.Jobs;

namespace EmployerCrm.Web.Pages.Clients;

/// <summary>The pages about clients and their jobs.</summary>
internal static class ClientPages
{
    public static IServiceCollection AddClientPages(this IServiceCollection services) => services
        .AddSingleton<ClientOverviews>().AddSingleton<NextContacts>().AddSingleton<JobOverviews>().AddSingleton<JobStartPreviews>().AddSingleton<WhatFollowed>()
        .AddSingleton<CaseloadPages>().AddSingleton<MeantEmployers>().AddSingleton<JobStartForms>().AddSingleton<JobEditForms>();

    public static void MapClients(this WebApplication app)
    {
        app.MapClientList();
        app.MapClientForms();
        app.MapClientPage();
        app.MapClientEndings();
        app.MapJobStarts();
        app.MapJobs();
    }
}
