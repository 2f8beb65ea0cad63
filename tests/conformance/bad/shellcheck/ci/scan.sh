#!/bin/sh
cd $1
rm -r $2
