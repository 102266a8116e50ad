using EmployerCrm.Web.Verbs;

return await CommandLine.RunAsync(args, Console.Out, Console.Error);
