#include "app/commands.h"
#include "app/serve.h"

#define DATA_OPTION \
	{ \
		"--data", "DIR", true, MSG_app_opt_data \
	}
#define DB_OPTION \
	{ \
		"--db", "URL", false, MSG_app_opt_db \
	}
#define END \
	{ \
		NULL, NULL, false, MSG_app_more \
	}

static const struct cli_option init_options[] = { DATA_OPTION, DB_OPTION, END };
static const struct cli_option data_options[] = { DATA_OPTION, END };
static const struct cli_option erase_options[] = { DATA_OPTION,
	{ "--reason", "WORDS", true, MSG_app_opt_reason }, END };
static const struct cli_option import_options[] = { DATA_OPTION, DB_OPTION,
	{ "--dry-run", NULL, false, MSG_app_opt_dry_run },
	{ "--correct", "REASON", false, MSG_app_opt_correct }, END };
static const struct cli_option figures_options[] = { DATA_OPTION, DB_OPTION,
	{ "--agency", "A|all", true, MSG_app_opt_agency }, { "--from", "D", true, MSG_app_opt_from },
	{ "--to", "D", true, MSG_app_opt_to }, { "--as-of", "T", false, MSG_app_opt_as_of },
	{ "--known-at", "T", false, MSG_app_opt_known_at }, { "--by", "X", false, MSG_app_opt_by },
	{ "--list", "CELL", false, MSG_app_opt_list }, { "--format", "F", false, MSG_app_opt_format },
	{ "--out", "FILE", false, MSG_app_opt_out }, { "--now", "T", false, MSG_app_opt_now }, END };
static const struct cli_option deadline_options[] = { DATA_OPTION, DB_OPTION,
	{ "--agency", "A", true, MSG_app_opt_agency },
	{ "--received", "'D HH:MM'", true, MSG_app_opt_received },
	{ "--allow", "N", false, MSG_app_opt_allow }, { "--unit", "U", true, MSG_app_opt_unit },
	{ "--rule", "civil|hours", false, MSG_app_opt_rule },
	{ "--format", "text|json", false, MSG_app_opt_format }, END };

static const struct cli_option serve_options[] = { DATA_OPTION, DB_OPTION,
	{ "--listen", "A:P", false, MSG_serve_opt_listen }, { "--now", "T", false, MSG_serve_opt_now },
	{ "--public-url", "URL", false, MSG_serve_opt_public_url },
	{ "--behind-tls", NULL, false, MSG_serve_opt_behind_tls }, END };
static const struct cli_option demo_options[] = { DATA_OPTION, DB_OPTION,
	{ "--no-serve", NULL, false, MSG_demo_opt_no_serve },
	{ "--listen", "A:P", false, MSG_demo_opt_listen }, END };

static const struct cli_option user_options[] = { DATA_OPTION, DB_OPTION,
	{ "--name", "N", false, MSG_user_opt_name }, { "--role", "R", false, MSG_user_opt_role },
	{ "--agency", "A", false, MSG_user_opt_agency },
	{ "--drop-authenticator", NULL, false, MSG_user_opt_drop },
	{ "--dry-run", NULL, false, MSG_user_opt_dry },
	{ "--passwords", "FILE", false, MSG_user_opt_passwords }, END };

const struct cli_command app_commands[] = {
	{ "init", "", 0, 0, init_options, MSG_app_help_init, run_init },
	{ "demo", "", 0, 0, demo_options, MSG_demo_help, run_demo },
	{ "import", "agencies|procedures|holidays|hours|dossiers FILE.csv", 2, 2, import_options,
		MSG_app_help_import, run_import },
	{ "figures", "", 0, 0, figures_options, MSG_app_help_figures, run_figures },
	{ "deadline", "", 0, 0, deadline_options, MSG_app_help_deadline, run_deadline },
	{ "serve", "", 0, 0, serve_options, MSG_serve_help, run_serve },
	{ "user", "add|list|disable|password|import [NAME|FILE]", 1, 2, user_options, MSG_user_help,
		run_user },
	{ "backup", "DIR2", 1, 1, data_options, MSG_app_help_backup, run_backup },
	{ "restore", "DIR2", 1, 1, data_options, MSG_app_help_restore, run_restore },
	{ "doctor", "", 0, 0, data_options, MSG_app_help_doctor, run_doctor },
	{ "erase", "CODE", 1, 1, erase_options, MSG_app_help_erase, run_erase },
	{ "setting", "list|set [NAME VALUE]", 1, 3, data_options, MSG_setting_help, run_setting },
	{ "rebuild", "", 0, 0, data_options, MSG_app_help_rebuild, run_rebuild },
	{ 0 },
};
